/// The words of DMN files.
enum DMNNames {
    static let model = "https://www.omg.org/spec/DMN/20230324/MODEL/"
    static let feel = "https://www.omg.org/spec/DMN/20230324/FEEL/"
    /// Of what Waymark adds in `extensionElements`.
    static let waymark = "urn:waymark:convert:1"
}
