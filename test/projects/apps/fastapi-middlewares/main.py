"""The orders service."""
import time

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from starlette.middleware.gzip import GZipMiddleware

from admin import admin

app = FastAPI(title="Orders", version="2.1")

app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://app.example.com/"],
    allow_methods=["*"],
    allow_headers=["*"],
)
app.add_middleware(GZipMiddleware, minimum_size=500)


@app.middleware("http")
async def require_key(request: Request, call_next):
    if "x-api-key" not in request.headers:
        return JSONResponse({"detail": "no key"}, status_code=401)
    started = time.monotonic()
    response = await call_next(request)
    response.headers["X-Process-Time"] = str(time.monotonic() - started)
    return response


@app.exception_handler(ValueError)
async def bad_value(request: Request, error: ValueError):
    return JSONResponse({"detail": str(error)}, status_code=400)


@app.get("/orders")
def orders():
    return [{"id": 1}]


@app.put("/orders/{number}")
def change(number: int):
    return {"id": number}


@app.get("/bad")
def bad():
    raise ValueError("bad")


@app.get("/boom")
def boom():
    raise RuntimeError("boom")


app.mount("/admin", admin)
