import Foundation

#if !canImport(FoundationNetworking)
    /// A proxy as `URLSessionConfiguration.connectionProxyDictionary` names it. The keys are those of CFNetwork; not all
    /// of its constants exist on all of Apple's platforms, their values do.
    enum URLSessionProxy {
        static func dictionary(_ proxy: Proxy) -> [AnyHashable: Any] {
            var dictionary: [AnyHashable: Any] = [:]
            let names = proxy.kind == .http ? ["HTTP", "HTTPS"] : ["SOCKS"]
            for name in names {
                dictionary["\(name)Enable"] = 1
                dictionary["\(name)Proxy"] = proxy.host
                dictionary["\(name)Port"] = proxy.port
            }
            if let username = proxy.username { dictionary["kCFProxyUsernameKey"] = username }
            if let password = proxy.password { dictionary["kCFProxyPasswordKey"] = password }
            return dictionary
        }
    }
#endif
