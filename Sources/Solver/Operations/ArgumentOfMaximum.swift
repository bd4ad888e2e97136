import Maths

/// The place, from 1, of the largest entry of all, or of each row or column; of equal ones the first.
struct ArgumentOfMaximum: StepOperation {
    var grouping = Grouping.all

    static let function = Function("argmax(X, by=rows)", options: ["by"]) { call throws(CallError) in
        ArgumentOfMaximum(grouping: try call.grouping())
    }

    func shape(of operands: [Shape]) throws(ShapeError) -> Shape {
        guard grouping != .all || operands[0].rank == 1 || operands[0].isRowOrColumn else {
            throw ShapeError(
                "argmax takes a vector, not \(operands[0]); of a matrix say by=rows or by=columns")
        }
        return try grouping.shape(of: operands[0])
    }

    func value(of operands: [Tensor], shape: Shape, in code: inout Code) -> [Slot] {
        grouping.groups(of: operands[0].shape).map { group in
            let entries = group.map { operands[0].slots[$0] }
            var largest = entries[0]
            var place = code.constant(1)
            for (index, entry) in entries.enumerated().dropFirst() {
                let isLarger = code.less(largest, entry)
                place = code.select(isLarger, code.constant(index + 1), place)
                largest = code.maximum(largest, entry)
            }
            return place
        }
    }

    /// Two largest entries leave the place to a convention.
    func clearOfKinks(_ operands: [Tensor], in code: inout Code) -> [Slot] {
        grouping.groups(of: operands[0].shape).map { group in
            code.hasOneExtreme(group.map { operands[0].slots[$0] }, .maximum)
        }
    }

    func written(_ operands: [Written]) -> Maths {
        .function(grouping.labelled(.identifier("argmax", .upright)), [operands[0].maths])
    }
}
