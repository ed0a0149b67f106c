/// An element of a list that isn't what the description says, and was left out of it: see
/// ``ClientConfiguration/onUnreadableElement``.
public struct UnreadableElement: Sendable {
    /// Where it stands in the body, as a JSON pointer such as `/items/3`.
    public let pointer: String
    /// The element as it was received.
    public let value: JSONValue
    /// Why it couldn't be read: a `DecodingError`.
    public let error: any Error
}

/// What is done with elements of lists that can't be read, while a JSON text is read.
typealias UnreadableElementReport = @Sendable (UnreadableElement) -> Void

/// A list that is read one element at a time.
protocol ElementwiseDecodable {
    /// All elements but those that can't be read.
    init(leavingOut list: JSONNodeDecoder, report: UnreadableElementReport) throws
}

extension Array: ElementwiseDecodable where Element: Decodable {
    init(leavingOut list: JSONNodeDecoder, report: UnreadableElementReport) throws {
        self = try list.elements(report) { try $0.decode(Element.self) }
    }
}

extension JSONNodeDecoder {
    /// The elements of a list, without those that can't be read.
    func elements<Element>(
        _ report: UnreadableElementReport, _ read: (JSONNodeDecoder) throws -> Element
    ) throws -> [Element] {
        guard kind == .array else { throw mismatch([Any].self, "an array") }
        var elements: [Element] = []
        for index in document.children(of: index) {
            do {
                elements.append(try read(at(index)))
            } catch {
                let steps = document.path(to: index).map { key in
                    "/" + key.stringValue.replacing("~", with: "~0").replacing("/", with: "~1")
                }
                report(
                    UnreadableElement(
                        pointer: steps.joined(), value: try JSONValue(from: at(index)), error: error))
            }
        }
        return elements
    }

    /// The same value, of whose lists no element is left out.
    var strict: JSONNodeDecoder {
        if document.report == nil { return self }
        return JSONNodeDecoder(document: JSONDocument(bytes: document.bytes, nodes: document.nodes), index: index)
    }
}
