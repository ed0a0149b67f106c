import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan

/// Tells of headers of parts that requests have no members for.
struct PartHeaders {
    let document: ResolvedDocument
    let formats: FormatTable
    let sink: DiagnosticSink

    func report(_ media: MediaType) {
        guard ContentType(media.contentType).kind == .multipart else { return }
        for encoding in media.encodings + media.prefixEncodings + media.itemEncodings {
            for header in encoding.headers { report(header, of: encoding, in: media) }
        }
    }

    private func report(_ header: Header, of encoding: MediaType.Encoding, in media: MediaType) {
        let part = encoding.property.isEmpty ? "a part" : "the part '\(encoding.property)'"
        let message = "the header '\(header.name)' of \(part) has no member of the request"
        if isFile(encoding, in: media) {
            sink.note("untyped-part-header", message + ": it is given with the file, in its 'headers'", at: header.mark)
        } else {
            sink.warning(
                "untyped-part-header", message + ", and only files can be given with headers", at: header.mark,
                remedy: "describe the part as a file, or leave the header out")
        }
    }

    private func isFile(_ encoding: MediaType.Encoding, in media: MediaType) -> Bool {
        let reader = SchemaReader(document: document)
        let files = PartFiles(reader: reader, formats: formats, contentType: encoding.contentType)
        // Of parts without names, any may be a file.
        guard let schema = media.schema, !encoding.property.isEmpty else { return true }
        guard case .object(let object) = reader.resolvedShape(of: schema),
            let property = object.properties.first(where: { $0.name == encoding.property })
        else { return true }
        return files.areHeld(by: property.schema)
    }
}
