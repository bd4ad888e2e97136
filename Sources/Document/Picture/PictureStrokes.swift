extension [PictureLine] {
    /// The lines' points in as few trails as are found easily: each goes on where the last one ends.
    var joined: [[PicturePoint]] {
        var (trails, rest): ([[PicturePoint]], [[PicturePoint]]) = ([], map(\.points))
        while !rest.isEmpty {
            var trail = rest.removeFirst()
            while let next = rest.firstIndex(where: { $0.first == trail.last || $0.last == trail.last }) {
                let line = rest.remove(at: next)
                trail += line.first == trail.last ? line.dropFirst() : line.reversed().dropFirst()
            }
            trails.append(trail)
        }
        return trails
    }
}

extension PictureLine {
    /// A slender triangle at the end of its last piece.
    var head: [PicturePoint] {
        guard points.count > 1 else { return [] }
        let (start, tip) = (points[points.count - 2], points[points.count - 1])
        let (x, y) = (tip.x - start.x, tip.y - start.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 0 else { return [] }
        let (dx, dy) = (x / length, y / length)
        let base = PicturePoint(tip.x - 2 * dx, tip.y - 2 * dy)
        return [
            tip, PicturePoint(base.x - 0.75 * dy, base.y + 0.75 * dx),
            PicturePoint(base.x + 0.75 * dy, base.y - 0.75 * dx),
        ]
    }
}

extension Double {
    /// The nearest whole number.
    var whole: Int { Int(self + (self < 0 ? -0.5 : 0.5)) }
    /// In tenths, as a whole number.
    var tenths: Int { (self * 10).whole }
}
