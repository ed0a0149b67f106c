import CallsignInterface
import InterfaceEdits
import Testing

/// What an edit of a description means for callers.
@Suite struct InterfaceEditTests {
    @Test(arguments: InterfaceEdit.all) func tellsTheChanges(_ edit: InterfaceEdit) throws {
        #expect(edit.isComplete)
        let differences = try differences(edit)
        let changes = differences.changes.map { "\($0.code.rawValue) \($0.subject)" }
        #expect(differences.isBreaking == edit.isBreaking, "\(changes)")
        if let expected = edit.changes { #expect(changes.sorted() == expected.sorted()) }
    }

    @Test func hasAtLeastSixtyEditsUnderDifferentNames() {
        let names = Set(InterfaceEdit.all.map(\.name))
        #expect(names.count == InterfaceEdit.all.count)
        #expect(names.count >= 60)
    }

    /// Whatever there is to tell is told somewhere. Only aliases change with no description of today.
    @Test func meetsEveryKindOfChange() throws {
        let met = Set(try InterfaceEdit.all.flatMap { try differences($0).changes.map(\.code) })
        let missing = InterfaceChange.Code.allCases.filter { !met.contains($0) }
        #expect(missing == [.aliasChanged])
    }

    /// What breaks callers says how.
    @Test(arguments: InterfaceEdit.all) func saysWhatHappensToCallers(_ edit: InterfaceEdit) throws {
        for change in try differences(edit).changes {
            #expect(change.isBreaking == (change.consequence != nil))
            #expect(!change.subject.isEmpty && !change.message.plain.isEmpty)
        }
    }

    private func differences(_ edit: InterfaceEdit) throws -> InterfaceDifferences {
        InterfaceDifferences(
            from: ClientInterface(
                try Sample.plan(edit.old.description, configuration: edit.old.configuration)),
            to: ClientInterface(try Sample.plan(edit.new.description, configuration: edit.new.configuration)))
    }
}
