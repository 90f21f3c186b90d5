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
            response = refused(error.status, request).response
        } catch {
            context.logger.error("a request failed", metadata: ["error": "\(error)"])
            response = refused(.internalServerError, request).response
        }
        for (name, value) in SecurityHeaders.all(isSecure: site.options.isSecure) where !response.headers.contains(name) { response.headers[name] = value }
        return response
    }

    private func refusal(_ request: Request) -> Answer? {
        // A page elsewhere whose name was made to lead here must not be able to read this site.
        guard let host = request.head.authority, site.options.hosts(port: site.port).contains(host.lowercased()) else {
            return refused(HTTPResponse.Status(code: 421, reasonPhrase: "Misdirected Request"), request)
        }
        return nil
    }

    /// For people a page, for programs a problem.
    private func refused(_ status: HTTPResponse.Status, _ request: Request) -> Answer {
        guard Routes.isOfAPI(request.uri.path) else { return ErrorPages.page(status, words: .english) }
        let words = Words.english
        return switch status.code {
        case 404, 405: APIProblem(.notFound, words[.apiNoAddress]).answer(words)
        case 413: APIProblem(.tooLarge, words(.apiTooLargeMore, ["most": String(Endpoint.mostPushed >> 20)])).answer(words)
        case 421: APIProblem(.wrongHost, words[.misdirectedMore]).answer(words)
        case 400..<500: APIProblem(.wrongParameter, words[.apiNoAddress]).answer(words)
        default: APIProblem(.failed, words[.failedMore]).answer(words)
        }
    }
}
