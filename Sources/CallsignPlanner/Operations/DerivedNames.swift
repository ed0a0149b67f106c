import CallsignPlan

/// Names the methods that come with another one, so that none collides with a method of the description's own.
struct DerivedNames {
    let settings: PlanSettings

    /// - Parameter tree: the resources with the indices of their methods.
    func settle(_ tree: [ResourcePlanner.Node], _ methods: inout [MethodPlan]) {
        for node in tree { settle(node, &methods) }
    }

    private func settle(_ node: ResourcePlanner.Node, _ methods: inout [MethodPlan]) {
        let member = NameScope(.member, settings: settings.naming)
        var taken = Set(["core"] + node.children.map { member.name($0.word).text })
        for index in node.methods { taken.insert(methods[index].name.text) }
        for index in node.methods {
            change(&methods[index]) { name in
                if taken.insert(name.text).inserted { return }
                var number = 2
                while taken.contains("\(name.text)\(number)") { number += 1 }
                name = NameScope(.method, settings: settings.naming).name("", override: "\(name.text)\(number)")
                taken.insert(name.text)
            }
        }
        for child in node.children { settle(child, &methods) }
    }

    private func change(_ method: inout MethodPlan, _ change: (inout Identifier) -> Void) {
        if var pages = method.pages {
            change(&pages.pageMethod)
            method.pages = pages
        }
        if var form = method.asynchronous {
            change(&form.outcomeMethod)
            method.asynchronous = form
        }
        for index in method.streamings.indices { change(&method.streamings[index].name) }
    }
}
