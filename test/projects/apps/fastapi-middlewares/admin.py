from fastapi import FastAPI, Response
from fastapi.middleware.cors import CORSMiddleware

admin = FastAPI()
admin.add_middleware(CORSMiddleware, allow_origins=["*"])


@admin.get("/users")
def users(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    return []
