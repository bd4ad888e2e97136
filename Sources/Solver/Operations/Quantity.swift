import Maths

/// The value that an equation gives a name: what stands right of the colon, under that name.
package struct Quantity: ElementwiseOperation {
    /// What the template calls it.
    package let name: String
    /// Whether nobody sees how it is calculated: the problem starts from its value.
    let hidesCalculation: Bool

    /// A quantity with the name that its equation gives it.
    package init(_ name: String, hidesCalculation: Bool = false) {
        self.name = name
        self.hidesCalculation = hidesCalculation
    }

    var isFunction: Bool { false }

    /// A number of the sheet stays as it is, whatever it was worked out from.
    package func isDifferentiable(in operand: Int) -> Bool { !hidesCalculation }

    func value(of entry: Slot, in code: inout Code) -> Slot { entry }

    package func pull(
        operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph
    ) throws(ShapeError) -> NodeID {
        upstream
    }

    package func written(_ operands: [Written]) -> Maths {
        operands[0].maths
    }
}
