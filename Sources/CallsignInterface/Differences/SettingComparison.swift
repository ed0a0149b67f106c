/// What changes of things do that no source names.
enum SettingComparison {
    static func changes(_ old: [SettingInterface], _ new: [SettingInterface]) -> [InterfaceChange] {
        old.compactMap { setting in
            // One that is gone went with a declaration.
            guard let value = new.first(where: { $0.name == setting.name })?.value, value != setting.value else {
                return nil
            }
            let message: ChangeText = "is \(code: value), and was \(code: setting.value)"
            switch setting.effect {
            case .requests: return .behavior(.settingChanged, setting.name, message)
            case .environment:
                return .breaking(
                    .environmentChanged, setting.name, message,
                    because: "programs that are run with the old variable find no value")
            }
        }
    }
}
