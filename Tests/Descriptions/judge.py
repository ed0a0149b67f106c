#!/usr/bin/env python3
"""A server on this machine that judges what a client sends, and what it is answered, by the API's description.

Usage: judge.py DESCRIPTION

It prints its address, and serves until its standard input ends; then it prints how many requests it has judged. A
request that isn't valid is answered with the status 569 and why; so is an answer that a test asks for (in the header
`Callsign-Answer`) and that isn't valid, with 568.

What openapi-core doesn't read is left to what the tests themselves expect: the styles label, matrix and spaceDelimited.
"""

import base64
import json
import sys
import threading

import yaml
from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest, WerkzeugOpenAPIResponse
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response


class RawRequest(WerkzeugOpenAPIRequest):
    """A request whose path is as it was sent: an encoded slash is none of those that part the path."""

    @property
    def path(self):
        return self.request.environ["RAW_URI"].partition("?")[0]


class QuietHandler(WSGIRequestHandler):
    def log_request(self, *arguments):
        pass


def text_of(content, **parameters):
    """Bytes as the text that a schema of binary content describes."""
    return content.decode("latin-1")


def number_or_text(content, **parameters):
    """A part of a form, which may be a number by the schema: the text alone doesn't say."""
    text = content.decode()
    return int(text) if text.isdigit() else text


def media_types(node):
    """All content types that a description names."""
    if isinstance(node, dict):
        if isinstance(node.get("content"), dict):
            yield from node["content"]
        for value in node.values():
            yield from media_types(value)
    elif isinstance(node, list):
        for value in node:
            yield from media_types(value)


def deserializers(description):
    """Readers of those content types that openapi-core has none for."""
    readers = {"application/octet-stream": text_of, "text/plain": number_or_text}
    for type in media_types(description):
        if type.endswith("+json"):
            readers[type] = lambda content, **parameters: json.loads(content)
        elif type.startswith("image/"):
            readers[type] = text_of
    return readers


class Judge:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.description = yaml.safe_load(file)
        self.description = json.loads(json.dumps(self.description, default=str))
        self.api = None
        self.judged = 0
        self.lock = threading.Lock()

    def serve_at(self, address):
        """Puts the server's address in place of all that the description names."""
        for item in self.description.get("paths", {}).values():
            for place in [item, *(value for value in item.values() if isinstance(value, dict))]:
                place.pop("servers", None)
        self.description["servers"] = [{"url": address}]
        self.ignore_styles()
        config = Config(extra_media_type_deserializers=deserializers(self.description))
        self.api = OpenAPI.from_dict(self.description, config=config)

    def ignore_styles(self):
        """Takes parameters of the styles that openapi-core doesn't read for plain texts."""
        for item in self.description.get("paths", {}).values():
            for operation in (value for value in item.values() if isinstance(value, dict)):
                for parameter in operation.get("parameters", []):
                    if parameter.get("style") in ("label", "matrix", "spaceDelimited"):
                        del parameter["style"]
                        parameter.pop("explode", None)
                        parameter["schema"] = {"type": "string"}

    def __call__(self, environ, start_response):
        request = Request(environ)
        with self.lock:
            self.judged += 1
            response = self.answer(request)
        return response(environ, start_response)

    def answer(self, request):
        try:
            judged = RawRequest(request)
            self.api.validate_request(judged)
        except Exception as problem:
            return self.refusal(569, "the request isn't valid", problem)
        wanted = json.loads(base64.b64decode(request.headers["Callsign-Answer"]))
        response = Response(wanted["body"], status=wanted["status"])
        response.headers.remove("Content-Type")
        for name, value in wanted["headers"]:
            response.headers[name] = value
        if not wanted["isDocumented"]:
            return response
        try:
            self.api.validate_response(judged, WerkzeugOpenAPIResponse(response))
        except Exception as problem:
            return self.refusal(568, "the answer isn't valid", problem)
        return response

    @staticmethod
    def refusal(status, what, problem):
        causes = []
        while problem is not None and len(causes) < 8:
            causes.append(f"{type(problem).__name__}: {problem}")
            causes += [f"{error.message} at {list(error.path)}" for error in getattr(problem, "schema_errors", [])]
            problem = problem.__cause__
        return Response(f"{what}: {'; '.join(causes)}", status=status, content_type="text/plain")


def main():
    judge = Judge(sys.argv[1])
    server = make_server("127.0.0.1", 0, judge, threaded=True, request_handler=QuietHandler)
    address = f"http://127.0.0.1:{server.server_port}"
    judge.serve_at(address)
    print(address, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    server.shutdown()
    print(f"{judge.judged} requests judged", flush=True)


if __name__ == "__main__":
    main()
