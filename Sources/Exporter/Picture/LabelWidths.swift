import Document
import Maths

extension Maths {
    /// About how wide it is as a picture's label, in millimetres.
    var labelWidth: Double { PictureLabel(self, at: PicturePoint(0, 0)).width }

    /// The same in small letters.
    var smallWidth: Double { PictureLabel(self, at: PicturePoint(0, 0), size: .small).width }
}

extension Formulas {
    /// About how wide a number is as a picture's label, in millimetres; whole ones have few digits.
    func labelWidth(ofValue value: Int) -> Double {
        calculation.location(ofValue: value).isWhole ? 1.6 * PictureLabel.Size.normal.em : number(value).labelWidth
    }
}
