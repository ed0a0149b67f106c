/// The templates that are part of the tool.
///
/// They are embedded in the program, so it finds them wherever it is moved. A template's name is its file's without
/// `.mustache`; the files stand in one folder, because embedding keeps nothing but their names.
package enum BuiltinTemplates {
    /// A template's name and its text as UTF-8.
    package struct Template: Sendable {
        package let name: String
        package let text: [UInt8]
    }

    /// All of them, sorted by name.
    package static var all: [Template] {
        [
            Template(name: "acting", text: PackageResources.acting_mustache),
            Template(name: "alias", text: PackageResources.alias_mustache),
            Template(name: "client", text: PackageResources.client_mustache),
            Template(name: "deprecated-operation", text: PackageResources.deprecated_operation_mustache),
            Template(name: "documentation", text: PackageResources.documentation_mustache),
            Template(name: "enumeration", text: PackageResources.enumeration_mustache),
            Template(name: "environment", text: PackageResources.environment_mustache),
            Template(name: "error", text: PackageResources.error_mustache),
            Template(name: "file", text: PackageResources.file_mustache),
            Template(name: "function", text: PackageResources.function_mustache),
            Template(name: "headers", text: PackageResources.headers_mustache),
            Template(name: "member", text: PackageResources.member_mustache),
            Template(name: "method", text: PackageResources.method_mustache),
            Template(name: "oauth", text: PackageResources.oauth_mustache),
            Template(name: "oauth-scopes", text: PackageResources.oauth_scopes_mustache),
            Template(name: "outcome", text: PackageResources.outcome_mustache),
            Template(name: "page-of-address", text: PackageResources.page_of_address_mustache),
            Template(name: "pages", text: PackageResources.pages_mustache),
            Template(name: "parameters", text: PackageResources.parameters_mustache),
            Template(name: "part-choice", text: PackageResources.part_choice_mustache),
            Template(name: "resource", text: PackageResources.resource_mustache),
            Template(name: "response", text: PackageResources.response_mustache),
            Template(name: "rotation", text: PackageResources.rotation_mustache),
            Template(name: "server-choice", text: PackageResources.server_choice_mustache),
            Template(name: "structure", text: PackageResources.structure_mustache),
            Template(name: "test", text: PackageResources.test_mustache),
            Template(name: "test-calls", text: PackageResources.test_calls_mustache),
            Template(name: "test-client", text: PackageResources.test_client_mustache),
            Template(name: "test-file", text: PackageResources.test_file_mustache),
            Template(name: "test-pages", text: PackageResources.test_pages_mustache),
            Template(name: "test-request", text: PackageResources.test_request_mustache),
            Template(name: "test-suite", text: PackageResources.test_suite_mustache),
            Template(name: "union", text: PackageResources.union_mustache),
            Template(name: "union-selection", text: PackageResources.union_selection_mustache),
            Template(name: "webhooks", text: PackageResources.webhooks_mustache),
        ]
    }
}
