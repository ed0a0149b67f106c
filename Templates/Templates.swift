/// The templates that are part of the tool.
package enum BuiltinTemplates {}
