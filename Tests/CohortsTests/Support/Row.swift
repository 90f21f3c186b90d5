import Cohorts
import FieldDefinitions

extension Decoded {
    /// Every value of the row under its path, list items with their places; what was left out is not in it.
    var everything: [String: String] {
        var all: [String: String] = [:]
        for field in row.layout.fields {
            if field.stride > 0 {
                guard let items = row.items(at: field.cell) else { continue }
                all[field.path] = "\(items.count) items"
                all[field.path + " set aside"] = "\(row.items(at: field.cell + 2)?.count ?? -1) items"
                continue
            }
            guard let list = field.list else {
                all[field.path] = value(field.path)
                continue
            }
            for aside in [false, true] {
                let count = row.items(at: row.layout.fields[list].cell + (aside ? 2 : 0))?.count ?? 0
                for item in 0..<count {
                    all["\(field.path)[\(item)]\(aside ? " set aside" : "")"] = value(field.path, item: item, aside: aside)
                }
            }
        }
        return all
    }

    /// What is not as it must be in the row's memory; empty where all is well.
    var damage: [String] {
        var found: [String] = []
        for field in row.layout.fields where field.stride > 0 {
            for cell in [field.cell, field.cell + 2] {
                guard let items = row.items(at: cell) else { continue }
                if items.first < row.layout.topCellCount || items.first + items.count * field.stride > row.cellCount {
                    found.append("\(field.path) has items outside the row")
                }
            }
        }
        for field in row.layout.fields where field.list == nil {
            switch field.definition.type {
            case .string, .words:
                if let text = row.items(at: field.cell), text.first + text.count > row.stringCount {
                    found.append("\(field.path) has text outside the strings")
                }
            default: break
            }
        }
        return found
    }
}
