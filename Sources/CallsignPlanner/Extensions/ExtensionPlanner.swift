import CallsignDiagnostics
import CallsignOpenAPI
import CallsignPlan
import CallsignYAML

/// Collects what templates may want to know of a description beside what OpenAPI says.
struct ExtensionPlanner {
    let document: ResolvedDocument

    func plan() -> ExtensionsPlan {
        var plan = ExtensionsPlan()
        plan.document = plans(document.extensions) + plans(document.info.extensions)
        for operation in document.operations {
            plan.add(plans(operation.extensions), at: operation.mark)
            for parameter in operation.parameters where plan[parameter.mark].isEmpty {
                plan.add(plans(parameter.extensions), at: parameter.mark)
            }
        }
        for schema in document.schemas {
            for property in schema.properties {
                plan.add(plans(document[property.schema].extensions), at: property.mark)
            }
            // A property is where its schema begins, if that is only a reference.
            if plan[schema.mark].isEmpty { plan.add(plans(schema.extensions), at: schema.mark) }
        }
        return plan
    }

    /// A value that JSON doesn't have, such as infinity, is none.
    private func plans(_ extensions: Extensions) -> [ExtensionPlan] {
        extensions.entries.compactMap { entry in
            JSONSample(entry.value).map { ExtensionPlan(name: entry.key, value: Self.value(of: $0)) }
        }
    }

    private static func value(of json: JSONSample) -> ExtensionValue {
        var value = ExtensionValue(text: json.plainText ?? json.text)
        switch json {
        case .null, .string: break
        case .bool(let bool): value.isTrue = bool
        case .number(let text):
            value.number = Int64(text).map(LiteralValue.integer) ?? Double(text).map(LiteralValue.double)
        case .array(let items): value.items = items.map(Self.value)
        case .object(let members):
            value.members = members.map { ExtensionPlan(name: $0.name, value: Self.value(of: $0.value)) }
        }
        return value
    }
}
