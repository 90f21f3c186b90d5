import CLuaShim

extension LuaState {
    /// The lines that have code on them which evaluations can run: in functions that declarations hold, in functions inside
    /// these, and in those that they can reach by name. What runs only while files load is not among them.
    ///
    /// To be asked once loading has ended, and not while a function runs. Chunks are in order of their names.
    /// - Throws: a fault where finding them takes more than the limits allow.
    package func linesToRun() throws(LuaFault) -> [LuaChunkLines] {
        guard wm_find_lines(vm) == WM_OK else { throw fault }
        return chunks { Array(UnsafeBufferPointer(start: $0.code, count: Int($0.words))) }
    }

    /// Notes from the next `begin` which lines run. Off at first, and then it costs nothing.
    /// - Throws: as `linesToRun`.
    package func startRecordingLines() throws(LuaFault) {
        guard wm_find_lines(vm) == WM_OK else { throw fault }
        wm_record_lines(vm, true)
    }

    package func stopRecordingLines() { wm_record_lines(vm, false) }

    /// The lines of `linesToRun` that ran since this was last asked; every chunk is among them, with or without lines.
    package func takeLines() -> [LuaChunkLines] {
        chunks { chunk in
            (0..<Int(chunk.words)).map { word in
                defer { chunk.run[word] = 0 }
                return chunk.run[word] & chunk.code[word]
            }
        }
    }

    private func chunks(_ words: (wm_chunk_lines) -> [UInt64]) -> [LuaChunkLines] {
        var chunks: [LuaChunkLines] = []
        for place in 0..<wm_chunk_count(vm) {
            guard let chunk = wm_chunk_at(vm, place)?.pointee, let name = chunk.name else { continue }
            chunks.append(LuaChunkLines(chunk: String(cString: name), lines: LuaState.members(of: words(chunk))))
        }
        return chunks.sorted { $0.chunk < $1.chunk }
    }

    private static func members(of words: [UInt64]) -> [Int] {
        var members: [Int] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                members.append(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return members
    }
}
