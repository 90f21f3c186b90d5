/// The fields of the Algorithmic Transparency Record, by the names of the standard.
///
/// Numbers, titles and categories are those of the standard's schema of 2022, by the Central Digital and Data Office.
package enum RecordField: String, Sendable, CaseIterable {
    case name = "name"
    case description = "description"
    case website = "website"
    case contactEmail = "contact_email"
    case organisation = "organisation"
    case team = "team"
    case seniorResponsibleOwner = "senior_responsible_owner"
    case externalSupplier = "external_supplier"
    case externalSupplierIdentifier = "external_supplier_identifier"
    case externalSupplierRole = "external_supplier_role"
    case dataAccessTerms = "data_access_terms"
    case scope = "scope"
    case benefit = "benefit"
    case alternativesConsidered = "alternatives_considered"
    case modelType = "model_type"
    case frequencyUsage = "frequency_usage"
    case phase = "phase"
    case maintenance = "maintenance"
    case systemArchitecture = "system_architecture"
    case processIntegration = "process_integration"
    case providedInformation = "provided_information"
    case humanDecisions = "human_decisions"
    case requiredTraining = "required_training"
    case appealsAndReview = "appeals_and_review"
    case sourceDataName = "source_data_name"
    case sourceDataDescription = "source_data_description"
    case sourceDataUrl = "source_data_url"
    case dataCollection = "data_collection"
    case dataSharingAgreements = "data_sharing_agreements"
    case dataAccessAndStorage = "data_access_and_storage"
    case impactAssessmentName = "impact_assessment_name"
    case impactAssessmentDescription = "impact_assessment_description"
    case impactAssessmentDate = "impact_assessment_date"
    case impactAssessmentLink = "impact_assessment_link"
    case riskName = "risk_name"
    case riskDescription = "risk_description"
    case riskMitigation = "risk_mitigation"

    /// `2.1`; empty for a field of the first tier.
    package var number: String { row.number }
    package var title: String { row.title }
    package var category: String { row.category }
    package var isRequired: Bool { row.isRequired }

    private var row: (number: String, title: String, category: String, isRequired: Bool) {
        switch self {
        case .name: ("", "Name", "Overview", true)
        case .description: ("", "Description", "Overview", true)
        case .website: ("", "URL of the website", "Overview", false)
        case .contactEmail: ("", "Contact email", "Owner and responsibility", true)
        case .organisation: ("1.1", "Organisation or department", "Owner and responsibility", true)
        case .team: ("1.2", "Team", "Owner and responsibility", false)
        case .seniorResponsibleOwner: ("1.3", "Senior responsible owner", "Owner and responsibility", false)
        case .externalSupplier: ("1.4", "Supplier or developer of the algorithmic tool", "Owner and responsibility", true)
        case .externalSupplierIdentifier: ("1.5", "External supplier identifier", "Owner and responsibility", false)
        case .externalSupplierRole: ("1.6", "External supplier role", "Owner and responsibility", true)
        case .dataAccessTerms: ("1.7", "Terms of access to data for external supplier", "Owner and responsibility", false)
        case .scope: ("2.1", "Scope", "Description", true)
        case .benefit: ("2.2", "Benefit", "Description", true)
        case .alternativesConsidered: ("2.3", "Alternatives considered", "Description", false)
        case .modelType: ("2.4", "Type of model", "Description", true)
        case .frequencyUsage: ("2.5", "Frequency of usage", "Description", false)
        case .phase: ("2.6", "Phase", "Description", true)
        case .maintenance: ("2.7", "Maintenance", "Description", false)
        case .systemArchitecture: ("2.8", "System architecture", "Description", false)
        case .processIntegration: ("3.1", "Process integration", "Oversight", false)
        case .providedInformation: ("3.2", "Provided information", "Oversight", false)
        case .humanDecisions: ("3.3", "Human decisions", "Oversight", true)
        case .requiredTraining: ("3.4", "Required training", "Oversight", false)
        case .appealsAndReview: ("3.5", "Appeals and review", "Oversight", true)
        case .sourceDataName: ("4.1", "Source data name", "Information on data", true)
        case .sourceDataDescription: ("4.2", "Source data", "Information on data", true)
        case .sourceDataUrl: ("4.3", "Source data URL", "Information on data", false)
        case .dataCollection: ("4.4", "Data collection", "Information on data", true)
        case .dataSharingAgreements: ("4.5", "Data sharing agreements", "Information on data", true)
        case .dataAccessAndStorage: ("4.6", "Data access and storage", "Information on data", true)
        case .impactAssessmentName: ("5.1", "Impact assessment name", "Risk mitigation and impact assessment", true)
        case .impactAssessmentDescription: ("5.2", "Impact assessment description", "Risk mitigation and impact assessment", false)
        case .impactAssessmentDate: ("5.3", "Impact assessment date", "Risk mitigation and impact assessment", false)
        case .impactAssessmentLink: ("5.4", "Impact assessment link", "Risk mitigation and impact assessment", false)
        case .riskName: ("5.5", "Risk name", "Risk mitigation and impact assessment", true)
        case .riskDescription: ("5.6", "Risk description", "Risk mitigation and impact assessment", false)
        case .riskMitigation: ("5.7", "Risk mitigation", "Risk mitigation and impact assessment", false)
        }
    }
}
