/// The line and column of an offset in a UTF-8 text, counted as libyaml counts them.
struct TextPlace: Equatable {
    /// From 1. Lines end with a line feed, a carriage return, or both.
    var line: Int32 = 1
    /// In Unicode scalars, from 1.
    var column: Int32 = 1

    init(of offset: Int, in text: some Collection<UInt8>) {
        var wasReturn = false
        for byte in text.prefix(offset) {
            switch byte {
            case UInt8(ascii: "\n") where wasReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                line &+= 1
                column = 1
            case 0x80...0xBF: break  // A continuation byte belongs to the scalar before.
            default: column &+= 1
            }
            wasReturn = byte == UInt8(ascii: "\r")
        }
    }
}
