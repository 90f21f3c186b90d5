import Foundation
import TestSupport

/// What SARIF 2.1.0 asks of the parts that `check` writes, in our own words.
enum SarifSchema {
    static func faults(_ text: String) -> [String] {
        JSONSchemaValidator.validate(instance: Data(text.utf8), schema: Data(schema.utf8))
    }

    private static let schema = #"""
        {
          "type": "object", "required": ["version", "runs"], "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string", "pattern": "^https://.*sarif.*2\\.1\\.0" },
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "items": { "$ref": "#/$defs/run" } }
          },
          "$defs": {
            "run": {
              "type": "object", "required": ["tool", "results"], "additionalProperties": false,
              "properties": {
                "tool": { "type": "object", "required": ["driver"], "additionalProperties": false, "properties": { "driver": { "$ref": "#/$defs/driver" } } },
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "results": { "type": "array", "items": { "$ref": "#/$defs/result" } }
              }
            },
            "driver": {
              "type": "object", "required": ["name"], "additionalProperties": false,
              "properties": {
                "name": { "type": "string", "minLength": 1 },
                "semanticVersion": { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$" },
                "rules": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["id"], "additionalProperties": false,
                    "properties": { "id": { "type": "string", "minLength": 1 }, "shortDescription": { "$ref": "#/$defs/message" }, "helpUri": { "type": "string" } }
                  }
                }
              }
            },
            "message": { "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "type": "string" } } },
            "artifact": { "type": "object", "required": ["uri"], "additionalProperties": false, "properties": { "uri": { "type": "string", "pattern": "^[A-Za-z0-9._~%:/-]+$" } } },
            "result": {
              "type": "object", "required": ["message", "ruleId"], "additionalProperties": false,
              "properties": {
                "ruleId": { "type": "string", "pattern": "^WM[0-9]{3}$" },
                "ruleIndex": { "type": "integer", "minimum": 0 },
                "level": { "enum": ["none", "note", "warning", "error"] },
                "message": { "$ref": "#/$defs/message" },
                "locations": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                    "properties": {
                      "physicalLocation": {
                        "type": "object", "required": ["artifactLocation"], "additionalProperties": false,
                        "properties": {
                          "artifactLocation": { "$ref": "#/$defs/artifact" },
                          "region": {
                            "type": "object", "required": ["startLine"], "additionalProperties": false,
                            "properties": { "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 } }
                          }
                        }
                      }
                    }
                  }
                },
                "partialFingerprints": { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 } },
                "fixes": {
                  "type": "array",
                  "items": {
                    "type": "object", "required": ["artifactChanges"], "additionalProperties": false,
                    "properties": {
                      "description": { "$ref": "#/$defs/message" },
                      "artifactChanges": {
                        "type": "array",
                        "items": {
                          "type": "object", "required": ["artifactLocation", "replacements"], "additionalProperties": false,
                          "properties": {
                            "artifactLocation": { "$ref": "#/$defs/artifact" },
                            "replacements": {
                              "type": "array",
                              "items": {
                                "type": "object", "required": ["deletedRegion"], "additionalProperties": false,
                                "properties": {
                                  "deletedRegion": {
                                    "type": "object", "required": ["byteOffset"], "additionalProperties": false,
                                    "properties": { "byteOffset": { "type": "integer", "minimum": 0 }, "byteLength": { "type": "integer", "minimum": 0 } }
                                  },
                                  "insertedContent": { "$ref": "#/$defs/message" }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
        """#
}
