import Maths

extension Maths {
    /// Entries in row-major order as a scalar, a column or a matrix; of more dimensions, a column of the first one's slices.
    package static func array(_ entries: [Maths], _ shape: Shape) -> Maths {
        switch shape.rank {
        case 0: return entries[0]
        case 1: return .column(entries)
        case 2:
            let columns = shape.dimensions[1]
            return .matrix(
                stride(from: 0, to: entries.count, by: columns).map { Array(entries[$0..<$0 + columns]) })
        default:
            let inner = Shape(Array(shape.dimensions.dropFirst()))
            return .column(
                stride(from: 0, to: entries.count, by: inner.count).map { start in
                    array(Array(entries[start..<start + inner.count]), inner)
                })
        }
    }
}
