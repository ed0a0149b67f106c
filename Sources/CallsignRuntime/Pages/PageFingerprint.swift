import Foundation

/// Tells pages apart by their items.
enum PageFingerprint {
    /// Of the page's JSON: what stands in its arrays, or all of it where there are none. What stands around them
    /// differs from response to response, such as an identifier of the request.
    ///
    /// Reading bytes once costs a small part of decoding them; printing the decoded items would cost more than that.
    static func of(json body: Data) -> Int {
        var hasher = Hasher()
        let hasArrays = body.withUnsafeBytes { bytes in
            var scanner = ArrayScanner()
            var start: Int?
            for (index, byte) in bytes.enumerated() {
                let wasInside = scanner.isInsideArray
                scanner.take(byte)
                if scanner.isInsideArray, !wasInside { start = index }
                if wasInside, !scanner.isInsideArray, let first = start {
                    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[first..<index]))
                }
            }
            return start != nil
        }
        if !hasArrays { hasher.combine(body) }
        return hasher.finalize()
    }

    /// Of items that came from elsewhere. They need not be comparable: what they look like when printed is enough,
    /// since generated models print all they hold.
    static func of(_ items: [some Sendable]) -> Int {
        var hasher = Hasher()
        for item in items { hasher.combine(String(reflecting: item)) }
        return hasher.finalize()
    }
}

/// Follows JSON byte by byte as far as it takes to know what is inside an array.
private struct ArrayScanner {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    var isInsideArray: Bool { depth > 0 }

    mutating func take(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth = max(0, depth - 1)
        default: break
        }
    }
}
