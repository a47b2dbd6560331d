from flask import Blueprint, Flask, abort, jsonify, make_response, request
from flask_cors import CORS, cross_origin

api = Blueprint("api", __name__, url_prefix="/api")


@api.route("/items", methods=["GET", "POST"])
@cross_origin(origins=["https://admin.example.com"])
def items():
    return jsonify([])


@api.route("/items/<int:number>", methods=["DELETE"])
def item(number):
    return "", 204


@api.route("/feed")
def feed():
    response = make_response("[]")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@api.route("/broken")
def broken():
    raise RuntimeError("broken")


def create_app():
    server = Flask(__name__)
    server.config["JSON_SORT_KEYS"] = False

    @server.before_request
    def check_key():
        if "X-Api-Key" not in request.headers:
            abort(401)

    @server.after_request
    def add_headers(response):
        response.headers.add("Access-Control-Allow-Headers", "Content-Type")
        return response

    @server.errorhandler(404)
    def not_found(error):
        return jsonify(error="not found"), 404

    CORS(server, resources={r"/public/*": {"origins": "*"}})
    server.register_blueprint(api)
    return server
