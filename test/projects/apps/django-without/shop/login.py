from django.http import JsonResponse


class LoginRequiredMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "Authorization" not in request.headers:
            return JsonResponse({"detail": "log in"}, status=401)
        return self.get_response(request)
