/// Something that is different for whoever calls a client.
package struct InterfaceChange: Sendable, Equatable {
    /// What a change asks of the version by Semantic Versioning 2.0.0.
    package enum Step: String, Sendable, Comparable, CaseIterable {
        case patch, minor, major

        package static func < (left: Step, right: Step) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The kind of a change. The raw values are stable, for programs.
    package enum Code: String, Sendable, CaseIterable {
        case accessNarrowed = "access-narrowed"
        case accessWidened = "access-widened"
        case typeAdded = "type-added"
        case typeRemoved = "type-removed"
        case typeRenamed = "type-renamed"
        case typeKindChanged = "type-kind-changed"
        case aliasChanged = "alias-changed"
        case rawTypeChanged = "raw-type-changed"
        case conformanceAdded = "conformance-added"
        case conformanceRemoved = "conformance-removed"
        case initializerAdded = "initializer-added"
        case initializerRemoved = "initializer-removed"
        case resourceAdded = "resource-added"
        case resourceRemoved = "resource-removed"
        case resourceRenamed = "resource-renamed"
        case methodAdded = "method-added"
        case methodRemoved = "method-removed"
        case methodRenamed = "method-renamed"
        case methodDeprecated = "method-deprecated"
        case methodRestored = "method-restored"
        case resultChanged = "result-changed"
        case errorChanged = "error-changed"
        case operationChanged = "operation-changed"
        case argumentAdded = "argument-added"
        case argumentRequired = "argument-required"
        case argumentRemoved = "argument-removed"
        case argumentsReordered = "arguments-reordered"
        case argumentTypeChanged = "argument-type-changed"
        case argumentNowOptional = "argument-now-optional"
        case propertyAdded = "property-added"
        case propertyRemoved = "property-removed"
        case propertyRenamed = "property-renamed"
        case propertyTypeChanged = "property-type-changed"
        case propertyNowOptional = "property-now-optional"
        case propertyNowRequired = "property-now-required"
        case propertyReadOnly = "property-read-only"
        case propertySettable = "property-settable"
        case propertyDeprecated = "property-deprecated"
        case propertyRestored = "property-restored"
        case keyChanged = "key-changed"
        case formatChanged = "format-changed"
        case requestChanged = "request-changed"
        case valueChanged = "value-changed"
        case caseAdded = "case-added"
        case caseRemoved = "case-removed"
        case caseRenamed = "case-renamed"
        case caseTypeChanged = "case-type-changed"
        case environmentChanged = "environment-changed"
        case settingChanged = "setting-changed"
    }

    package var code: Code
    package var step: Step
    /// The declaration as callers write it: the old one, unless there is none.
    package var subject: String
    package var message: ChangeText
    /// What happens to source that was written for the old client; nothing for what breaks none.
    package var consequence: ChangeText?

    /// Whether source that compiled doesn't any more, or whether a program has to be run differently.
    package var isBreaking: Bool { step == .major }

    static func breaking(
        _ code: Code, _ subject: String, _ message: ChangeText, because consequence: ChangeText
    ) -> InterfaceChange {
        InterfaceChange(code: code, step: .major, subject: subject, message: message, consequence: consequence)
    }

    /// Something that wasn't there.
    static func addition(_ code: Code, _ subject: String, _ message: ChangeText) -> InterfaceChange {
        InterfaceChange(code: code, step: .minor, subject: subject, message: message)
    }

    /// Something that no source sees.
    static func behavior(_ code: Code, _ subject: String, _ message: ChangeText) -> InterfaceChange {
        InterfaceChange(code: code, step: .patch, subject: subject, message: message)
    }
}
