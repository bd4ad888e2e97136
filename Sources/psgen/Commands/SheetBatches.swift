/// The sheets of a set in batches that share a file, and how files and folders are called by them.
struct SheetBatches: Sendable {
    /// How many sheets the set has.
    let count: Int
    /// How many share a file.
    let size: Int

    /// How many batches there are.
    var number: Int { (count + size - 1) / size }

    /// The numbers of a batch's sheets, from 1.
    subscript(batch: Int) -> ClosedRange<Int> {
        let first = batch * size + 1
        return first...min(count, first + size - 1)
    }

    /// What stands behind the name of a batch's file, as in `sheets-0201-0400`; nothing where there is one batch.
    func suffix(of batch: Int) -> String {
        number == 1 ? "" : "-\(padded(self[batch].lowerBound))-\(padded(self[batch].upperBound))"
    }

    /// The folder of a sheet's own file where there are 1,000 a folder.
    func folderName(ofSheet number: Int) -> String {
        let start = (number - 1) / 1000 * 1000
        return "\(padded(start + 1))-\(padded(min(count, start + 1000)))"
    }

    /// Where files of one sheet go, which are 1,000 a folder; nil where there are none.
    ///
    /// - Parameter numbers: sheets of one thousand.
    func folderOfSingle(
        _ numbers: ClosedRange<Int>, in folder: Folder, _ pages: Make.Pages
    ) throws(FileError) -> Folder? {
        if count <= 1000 { return folder }
        guard pages == .each else { return nil }
        return try folder.folder(folderName(ofSheet: numbers.lowerBound))
    }

    private func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, max(4, String(count).count) - digits.count)) + digits
    }
}
