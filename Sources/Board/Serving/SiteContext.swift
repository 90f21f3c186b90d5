package import Hummingbird
import Logging
import NIOCore

/// What a request brings along beside itself: where it comes from.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Of a request that comes over no wire.
    package init(address: String) {
        coreContext = .init(source: NoWire())
        self.address = address
    }

    private struct NoWire: RequestContextSource {
        let logger = Logger(label: "waymark")
    }
}
