extension Scalar {
    /// What the scalar means by the core schema of YAML 1.2.2, section 10.3.2.
    package var value: ScalarValue { .string }
}
