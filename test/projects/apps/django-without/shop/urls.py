from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt


def products(request):
    response = JsonResponse([], safe=False)
    response["X-Total-Count"] = "0"
    return response


@csrf_exempt
def product(request, number):
    if request.method == "DELETE":
        return HttpResponse(status=204)
    return JsonResponse({"id": number})


def open_data(request):
    response = JsonResponse({})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def broken(request):
    raise RuntimeError("broken")


urlpatterns = [
    path("products/", products),
    path("products/<int:number>/", product),
    path("open-data/", open_data),
    path("broken/", broken),
]
