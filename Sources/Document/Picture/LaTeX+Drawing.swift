import Maths

extension LaTeX {
    /// The commands that pictures are set with: plain PDF operators, and formulas placed over them.
    static let drawing = #"""
        \newdimen\tenth \tenth.1mm
        % \drawing{width}{height}{operators}{labels}: all in tenths of a millimetre, downwards from the left top corner.
        \newcommand\drawing[4]{\centred{\hbox to#1\tenth{\vrule width0pt height#2\tenth
          \raise#2\tenth\hbox to0pt{\pdfliteral{q .283465 0 0 -.283465 0 0 cm 2.4 w 1 j .75 g #3 Q}#4\hss}\hss}}}
        % \lettered{size}{l, c or r}{x}{y}{formula}: to the right of a point on its baseline, around it, or to the left.
        \newcommand\lettered[5]{\lower#4\tenth\hbox to0pt{\kern#3\tenth
          \hbox to0pt{\ifx#2l\else\hss\fi#1#5\ifx#2r\else\hss\fi}\hss}}
        % A formula that interrupts the lines behind it.
        \newcommand\halo[1]{\setbox\chosen\hbox{#1}\pdfliteral direct{1 g}%
          \rlap{\kern-.5mm\vrule width\dimexpr\wd\chosen+1mm\relax height\dimexpr\ht\chosen+.3mm\relax
            depth\dimexpr\dp\chosen+.3mm\relax}\pdfliteral direct{0 g}\box\chosen}

        """#
}
