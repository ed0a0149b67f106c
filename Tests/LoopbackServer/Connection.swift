import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One connection of a client: HTTP/1.1 in bytes.
struct Connection: Sendable {
    let descriptor: Int32

    /// - Returns: `nil` where the client goes away before the request is whole.
    func readRequest(while isWanted: () -> Bool) -> ScriptedServer.Request? {
        var data = Data()
        let end = Data("\r\n\r\n".utf8)
        while data.range(of: end) == nil {
            guard let more = receive(while: isWanted) else { return nil }
            data.append(more)
        }
        guard let headEnd = data.range(of: end) else { return nil }
        let lines = String(decoding: data[..<headEnd.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let start = (lines.first ?? "").split(separator: " ")
        guard start.count == 3 else { return nil }
        var request = ScriptedServer.Request(
            method: String(start[0]), path: String(start[1]), headers: lines.dropFirst().compactMap(header),
            body: Data(data[headEnd.upperBound...]))
        let length = request["Content-Length"].flatMap { Int($0) } ?? 0
        while request.body.count < length {
            guard let more = receive(while: isWanted) else { return nil }
            request.body.append(more)
        }
        return request
    }

    func write(_ answer: ScriptedServer.Answer, while isWanted: () -> Bool) {
        switch answer.ending {
        case .refused: return
        case .garbled(let text):
            _ = send(Data(text.utf8))
            return
        case .complete, .dropped: break
        }
        var head = "HTTP/1.1 \(answer.status) Status\r\nConnection: close\r\n"
        for header in answer.headers { head += "\(header.name): \(header.value)\r\n" }
        if answer.chunkSize != nil || answer.chunks != nil {
            head += "Transfer-Encoding: chunked\r\n\r\n"
        } else if answer.status == 204 || answer.status == 304 {
            head += "\r\n"
        } else {
            head += "Content-Length: \(answer.body.count)\r\n\r\n"
        }
        guard send(Data(head.utf8)) else { return }
        if let chunks = answer.chunks {
            let isWhole = writeChunks(chunks)
            answer.onEnd?(isWhole)
        } else if case .dropped(let count) = answer.ending {
            _ = send(answer.body.prefix(count))
        } else if let size = answer.chunkSize {
            writeChunks(answer.body, size: max(1, size), pace: answer.pace, while: isWanted)
        } else {
            _ = send(answer.body)
        }
    }

    private func writeChunks(_ chunks: (Int) -> Data?) -> Bool {
        var number = 0
        while let chunk = chunks(number) {
            guard send(Data("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Data("\r\n".utf8)) else {
                return false
            }
            number += 1
        }
        return send(Data("0\r\n\r\n".utf8))
    }

    private func writeChunks(_ body: Data, size: Int, pace: TimeInterval, while isWanted: () -> Bool) {
        var rest = body
        while !rest.isEmpty {
            let chunk = rest.prefix(size)
            rest = rest.dropFirst(size)
            guard send(Data("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Data("\r\n".utf8)) else { return }
            let end = Date(timeIntervalSinceNow: pace)
            while Date() < end {
                if !isWanted() { return }
                Thread.sleep(forTimeInterval: min(pace, 0.01))
            }
        }
        _ = send(Data("0\r\n\r\n".utf8))
    }

    private func header(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }

    func receive(while isWanted: () -> Bool) -> Data? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 50) == 0 {
            if !isWanted() { return nil }
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Data(buffer[..<count]) : nil
    }

    func send(_ data: Data) -> Bool {
        #if canImport(Darwin)
            var isOn: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        var rest = [UInt8](data)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                #if canImport(Darwin)
                    Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
                #elseif canImport(Musl)
                    Musl.send(descriptor, bytes.baseAddress, bytes.count, flags)
                #else
                    Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
                #endif
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
