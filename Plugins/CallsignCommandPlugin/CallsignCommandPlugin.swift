import PackagePlugin

@main
struct CallsignCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {}
}
