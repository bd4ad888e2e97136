import Exact

/// Prints formulas as LaTeX: commands of LaTeX and amsmath, and those of ``definitions``. What is printed is ASCII.
package enum LaTeX {
    /// Numbers as wide and as high as any that a value may have, so that what holds one of them holds each.
    package typealias Bounds = (ValueID) -> [Number]

    /// A formula within a line, or, where it is displayed, with everything at full size.
    ///
    /// - Parameter bounds: numbers that each value's place has room for, so that nothing around it moves from sheet to
    ///   sheet; no numbers, and the place is as wide as the number in it.
    package static func form(_ maths: Maths, isDisplayed: Bool = false, bounds: @escaping Bounds = { _ in [] }) -> Form
    {
        var printer = LaTeXPrinter(bounds: bounds)
        printer.form.append(isDisplayed ? "\\(\\displaystyle " : "\\(")
        printer.write(maths)
        printer.form.append("\\)")
        return printer.form
    }

    /// Equations below one another, aligned at their first sign of relation; lines break before any such sign.
    package static func form(aligned equations: [Maths], bounds: @escaping Bounds = { _ in [] }) -> Form {
        var printer = LaTeXPrinter(bounds: bounds)
        printer.form.append("\\equations{")
        for equation in equations { printer.writeAligned(equation) }
        printer.form.append("}\n")
        return printer.form
    }

    /// The commands that the markup relies on, besides amsmath.
    ///
    /// Rows of a matrix keep their distance where fractions are high. A line of equations that is too wide is broken
    /// before its signs of relation, and made smaller where that is not enough.
    package static let definitions = #"""
        \newdimen\leftwidth \newdimen\rightwidth \newdimen\widest \newdimen\target
        \newbox\chosen \newbox\room
        % \scaled{w}: box \chosen, made smaller where it is wider than w or nearly as high as a page.
        \newcommand\scaled[1]{%
          \target#1\relax \widest\wd\chosen
          \dimen0\dimexpr\ht\chosen+\dp\chosen\relax \dimen2=.9\vsize
          \ifdim\widest>\target
            \ifdim\dimexpr\dimen0*\target/\widest\relax>\dimen2 \shrunk{\dimen2}{\dimen0}\else
              \shrunk{\target}{\widest}\fi
          \else\ifdim\dimen0>\dimen2 \shrunk{\dimen2}{\dimen0}\else\box\chosen\fi\fi}
        \newcommand\shrunk[2]{{%
          \dimen4=\dimexpr1pt*#1/#2\relax \dimen6\ht\chosen \dimen8\dp\chosen
          \setbox\room\hbox{\pdfsave\pdfsetmatrix{\thenumber{\dimen4} 0 0 \thenumber{\dimen4}}%
            \wd\chosen0pt\ht\chosen0pt\dp\chosen0pt\copy\chosen\pdfrestore}%
          \wd\room\dimexpr\widest*#1/#2\relax
          \ht\room\dimexpr\dimen6*#1/#2\relax \dp\room\dimexpr\dimen8*#1/#2\relax
          \box\room}}
        {\catcode`P=12 \catcode`T=12 \lowercase{\gdef\withoutunit#1PT{#1}}}
        \newcommand\thenumber[1]{\expandafter\withoutunit\the\dimexpr#1\relax}
        \newcommand\fit[1]{{\setbox\chosen\hbox{#1}\scaled{\linewidth}}}
        % \place{style}{\of{a}\of{b}}{c}: c, with room for each of a, b, c.
        \newcommand\place[3]{{%
          \setbox\room\hbox{}%
          \def\of##1{\setbox\chosen\hbox{$#1##1$}%
            \ifdim\wd\chosen>\wd\room\wd\room\wd\chosen\fi
            \ifdim\ht\chosen>\ht\room\ht\room\ht\chosen\fi
            \ifdim\dp\chosen>\dp\room\dp\room\dp\chosen\fi}%
          #2\of{#3}%
          \hbox to\wd\room{\hss\vrule width0pt height\ht\room depth\dp\room$#1#3$\hss}}}
        \newcommand\fixed{\place\textstyle}
        \newcommand\oneof[2]{\mathpalette\placeofstyle{{#1}{#2}}}
        \newcommand\placeofstyle[2]{\place{#1}#2}
        \newcommand\blank{\hbox{\vrule width0pt height1.2em depth.5em\kern3em}}
        \newcommand\longword[1]{\vcenter{\hsize.7\linewidth \leftskip0pt \rightskip0pt plus1fil \noindent#1\par}}
        % \entries{a & b \cr c & d \cr}: a matrix.
        \newcommand\entries[1]{\left[\vcenter{%
          \baselineskip1.25em \lineskip.4em \lineskiplimit.3em
          \halign{\,\hfil$##$\hfil\,&&\hskip.7em\hfil$##$\hfil\,\crcr#1\crcr}}\right]}
        % A fraction of matrices, which keep away from its line.
        \newcommand\tallfrac[2]{\frac
          {\setbox\chosen\hbox{$#1$}\dp\chosen\dimexpr\dp\chosen+.25em\relax\box\chosen}%
          {\setbox\chosen\hbox{$#2$}\ht\chosen\dimexpr\ht\chosen+.25em\relax\box\chosen}}
        % \equations{\row{left}{\side{= a}\side{= b}}...}
        \newcommand\equations[1]{\par
          \leftwidth0pt
          \def\row##1##2{\setbox\chosen\hbox{$\displaystyle##1$}%
            \ifdim\wd\chosen>\leftwidth\ifdim\wd\chosen<.4\linewidth\leftwidth\wd\chosen\fi\fi}%
          #1%
          \let\row\equationrow
          {\lineskip.55em \lineskiplimit.45em \parskip.2em #1\par}}
        \newcommand\equationrow[2]{\par\noindent
          \setbox\chosen\hbox{$\displaystyle#1$}%
          \ifdim\wd\chosen>\leftwidth \rightwidth\dimexpr\linewidth-\wd\chosen\relax
            \ifdim\rightwidth<.3\linewidth \rightwidth.3\linewidth \fi
            \hbox{\scaled{\dimexpr\linewidth-\rightwidth\relax}}%
          \else \rightwidth\dimexpr\linewidth-\leftwidth\relax
            \hbox to\leftwidth{\hss\box\chosen}\fi
          \def\side##1{$\displaystyle##1$\hskip0pt\relax}%
          \setbox\chosen\hbox{#2}%
          \ifdim\wd\chosen>\rightwidth \brokenrow{#2}\fi
          \hbox{\scaled{\rightwidth}}}
        % Several lines in box \chosen, as wide as their widest one.
        \newcommand\brokenrow[1]{%
          \setbox\chosen\vtop{\hsize\rightwidth \linewidth\hsize \leftskip0pt \rightskip0pt plus1fil
            \pretolerance-1 \tolerance10000 \emergencystretch0pt \hbadness10000 \hfuzz\maxdimen
            \parindent0pt \relpenalty500 \binoppenalty200 \noindent#1\par}%
          \global\widest0pt \setbox\room\vbox{\unvcopy\chosen \measurelines}\wd\chosen\widest}
        \newcommand\measurelines{%
          \setbox0\lastbox
          \ifvoid0 \let\next\relax \else
            \setbox0\hbox{\unhbox0\unskip}%
            \ifdim\wd0>\widest \global\widest\wd0 \fi
            \unskip \unpenalty \let\next\measurelines
          \fi \next}

        % Letters that the fonts have in pieces.
        \newcommand\missing[1]{{\fboxsep1.5pt\raisebox{.2ex}{\fbox{\tiny\ttfamily#1}}}}
        \newcommand\crossed[3]{{\leavevmode\ooalign{#1\crcr\kern#2\vrule width.3em height\dimexpr#3+.03em\relax depth-#3\hss\crcr}}}
        \newcommand\turned[1]{{\setbox0\hbox{#1}\leavevmode\hbox to\wd0{\kern\wd0\raise\ht0\hbox{%
          \pdfsave\pdfsetmatrix{-1 0 0 -1}\rlap{\box0}\pdfrestore}\hss}}}
        \newcommand\mirrored[1]{{\setbox0\hbox{#1}\hbox to\wd0{\kern\wd0\pdfsave\pdfsetmatrix{-1 0 0 1}\rlap{\box0}\pdfrestore\hss}}}
        \newcommand\ogonek[1]{{\leavevmode\setbox0\hbox{#1}\ooalign{\unhcopy0\crcr\hss\hbox to.85\wd0{\hss\mirrored{\char24}\hss}\kern-.2\wd0\crcr}}}
        \newcommand\commabelow[1]{{\leavevmode\setbox0\hbox{#1}\ooalign{\unhcopy0\crcr\hss\lower.8ex\hbox{\scriptsize\bfseries,}\hss\crcr}}}
        \newcommand\commaabove[1]{{\leavevmode\setbox0\hbox{#1}\ooalign{\unhcopy0\crcr\hss\raise1.1ex\hbox{\scriptsize\bfseries`}\hss\crcr}}}
        \newcommand\marked[2]{{\leavevmode\setbox0\hbox{#2}\ooalign{\unhcopy0\crcr\hss\raise\dimexpr\ht0-.95ex\relax\hbox{#1}\hss\crcr}}}
        \newcommand\hook{\marked{\raisebox{.7ex}{\fontsize{5}{5}\selectfont?}}}
        \newcommand\horn[1]{{\leavevmode\setbox0\hbox{#1}\unhcopy0\kern-.1em\raise\dimexpr\ht0-1.1ex\relax\hbox to.1em{\hss\fontsize{9}{9}\selectfont'\hss}}}
        \newcommand\eth{\leavevmode\ooalign{$\partial$\crcr\hss\raise1.05ex\hbox{\rule{.22em}{.03em}}\crcr}}
        \newcommand\thorn{\leavevmode\ooalign{p\crcr b\crcr}}
        \newcommand\Thorn{\leavevmode\ooalign{I\crcr\kern.17em\raise.32ex\hbox{\scriptsize D}\crcr}}
        \newcommand\euro{\leavevmode\ooalign{C\crcr\kern-.05em\hbox{\scriptsize=}\hss\crcr}}
        \newcommand\guillemets[1]{\leavevmode\raise.2ex\hbox{$\scriptscriptstyle#1$}}

        """#
}
