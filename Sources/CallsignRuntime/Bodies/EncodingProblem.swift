import Foundation

/// Errors of encoders as text for people.
enum EncodingProblem {
    static func text(_ error: any Error) -> String {
        guard case EncodingError.invalidValue(_, let context)? = error as? EncodingError else {
            return (error as? any LocalizedError)?.errorDescription ?? "\(type(of: error))"
        }
        let path = CodingPathText.text(context.codingPath)
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}

/// Coding paths as people write them: `objects[3].total_duration`.
enum CodingPathText {
    static func text(_ path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return text
    }
}
