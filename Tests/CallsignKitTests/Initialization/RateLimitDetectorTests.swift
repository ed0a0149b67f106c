import CallsignPlan
import Testing

@testable import CallsignKit

/// Limits that descriptions state in words.
@Suite struct RateLimitDetectorTests {
    @Test(arguments: [
        ("At most 300 requests per 5 seconds.", 300, 5, "300 requests per 5 seconds"),
        ("100 API calls/minute", 100, 60, "100 api calls per minute"),
        ("**1,000 requests** every hour", 1000, 3600, "1,000 requests every hour"),
        ("10 requests in a second", 10, 1, "10 requests in a second"),
        ("5,000 requests per hour, and 250 requests per minute", 250, 60, "250 requests per minute"),
        ("Version 2 takes 7 HTTP requests within 2 days.", 7, 172_800, "7 http requests within 2 days"),
    ])
    func findsALimit(text: String, requests: Int, seconds: Int, reason: String) {
        let limit = RateLimitDetector.limit(in: text)
        #expect(limit?.value == RateLimitPlan(requests: requests, seconds: seconds))
        #expect(limit?.reason == reason)
    }

    @Test(arguments: [
        "", "You can make 40 requests.", "Requests per second are limited.", "0 requests per second",
        "99999999999999999999 requests per second", "2 requests per 9223372036854775807 hours",
        "5 requests per 100 days", "3 retries per minute",
    ])
    func findsNone(text: String) {
        #expect(RateLimitDetector.limit(in: text)?.reason == nil)
    }
}
