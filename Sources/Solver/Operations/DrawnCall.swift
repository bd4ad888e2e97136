import Exact
import Maths

/// act(z): one of several functions, chosen by a number of the sheet; 0 chooses the first.
///
/// The operands are the arguments and, last, the number.
struct DrawnCall: Operation {
    /// What the functions are called, for messages.
    let names: [String]
    let operations: [any Operation]
    /// How many arguments they have.
    let argumentCount: Int

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        var first: Shape?
        for (name, operation) in zip(names, operations) {
            let shape = try operation.shape(of: Array(operands.dropLast()))
            guard first == nil || first == shape else {
                throw ShapeError(
                    "a draw never changes a shape: \(names[0]) gives \(first ?? shape) here, \(name) gives \(shape)")
            }
            first = shape
        }
        guard let first else { throw ShapeError("there is no function to choose") }
        return first
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        var choices: [[Slot]] = []
        for operation in operations {
            choices.append(operation.value(of: Array(operands.dropLast()), shape: shape, in: &code))
        }
        return Choice.chosen(choices, operands[operands.count - 1].slots[0], in: &code)
    }

    func isDifferentiable(in operand: Int) -> Bool {
        operand < argumentCount && operations.contains { $0.isDifferentiable(in: operand) }
    }

    /// What the sheet's function pulls.
    func pull(operand: Int, upstream: NodeID, at node: NodeID, in graph: inout Graph) throws(ShapeError) -> NodeID {
        let inputs = graph[node].inputs
        let shape = graph[inputs[operand]].shape
        var pulls: [NodeID] = []
        for operation in operations {
            guard operation.isDifferentiable(in: operand) else {
                pulls.append(try graph.append(Constant(.zero, shape: shape)))
                continue
            }
            // A function of one array finds its argument and, where it is chosen, its value at this node.
            let isOfOneArray = operation is any ElementwiseOperation
            let branch = try isOfOneArray ? node : graph.append(operation, Array(inputs.dropLast()))
            pulls.append(try operation.pull(operand: operand, upstream: upstream, at: branch, in: &graph))
        }
        return try graph.append(Choice(of: operations.count), pulls + [inputs[argumentCount]])
    }

    func written(_ operands: [Written]) -> Maths {
        Choice.written(
            operations.map { $0.written(Array(operands.dropLast())) }, operands[operands.count - 1].maths)
    }

    /// Those of all functions that can be drawn.
    var conventions: [Maths] { operations.flatMap(\.conventions) }

    var derivativeConventions: [Maths] { operations.flatMap(\.derivativeConventions) }

    /// Only the kinks of the function that is drawn count.
    func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] {
        let number = operands[operands.count - 1].slots[0]
        var clear: [Slot] = []
        for (place, operation) in operations.enumerated() {
            let isOther = code.notEqual(number, code.constant(place))
            for slot in operation.clearOfKinks(Array(operands.dropLast()), in: &code) {
                clear.append(code.or(isOther, slot))
            }
        }
        return clear
    }
}
