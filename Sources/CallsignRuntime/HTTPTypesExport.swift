// Headers and methods of requests are those of swift-http-types. They are exported again so that generated code, and
// whoever reads `failure.headers[.retryAfter]`, needs no second import.
@_exported public import HTTPTypes
