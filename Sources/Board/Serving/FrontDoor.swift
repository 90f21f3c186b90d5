import HTTPTypes
import Hummingbird
import Logging

/// Stands before every route: turns away what is not meant for this site, and gives every answer the headers
/// that keep a browser from doing anything that the site does not do.
struct FrontDoor: RouterMiddleware {
    typealias Context = SiteContext

    let site: Site

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response) async throws -> Response {
        var response: Response
        do {
            if let refusal = refusal(request) {
                response = refusal.response
            } else {
                response = try await next(request, context)
            }
        } catch let error as HTTPError {
            response = ErrorPages.page(error.status, words: .english).response
        } catch {
            context.logger.error("a request failed", metadata: ["error": "\(error)"])
            response = ErrorPages.page(.internalServerError, words: .english).response
        }
        for (name, value) in SecurityHeaders.all(isSecure: site.options.isSecure) where !response.headers.contains(name) { response.headers[name] = value }
        return response
    }

    private func refusal(_ request: Request) -> Answer? {
        // A page elsewhere whose name was made to lead here must not be able to read this site.
        guard let host = request.head.authority, site.options.hosts(port: site.port).contains(host.lowercased()) else {
            return ErrorPages.page(HTTPResponse.Status(code: 421, reasonPhrase: "Misdirected Request"), words: .english)
        }
        return nil
    }
}
