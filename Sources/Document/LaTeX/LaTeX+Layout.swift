import Maths

extension LaTeX {
    /// The commands that blocks are set with, besides those of formulas.
    ///
    /// A sheet is set as one long column, then cut into pages, so that each page can say how many there are. All sheets
    /// take as many pages as the first one: a sheet that would take more is set a little smaller, one that takes less is
    /// followed by empty pages. Where that is not enough, `\pagecount` in the log says what is.
    static let layout = #"""
        \parindent0pt \parskip.45em plus.1em \emergencystretch3em \tolerance2000 \hbadness10000 \vbadness10000
        \hfuzz\maxdimen \vfuzz\maxdimen \clubpenalty10000 \widowpenalty10000 \splittopskip0pt \splitmaxdepth3pt \frenchspacing
        \textwidth\dimexpr\pdfpagewidth-36mm\relax \textheight\dimexpr\pdfpageheight-38mm\relax
        \hoffset\dimexpr18mm-1in\relax \voffset\dimexpr15mm-1in\relax
        \hsize\textwidth \linewidth\textwidth \vsize\textheight \nofiles
        \newbox\column \newbox\longcolumn \newcount\pages \newcount\page \newcount\needed \newdimen\cutheight
        \ifdefined\pagecount \else \def\pagecount{0}\fi
        \newcount\each \each\pagecount \needed\pagecount
        \newcommand\sheet[1]{\gdef\code{#1}\setbox\column\vbox\bgroup}
        \newcommand\finishsheet{\par\egroup
          \setbox\longcolumn\copy\column \cutheight\textheight \cut
          \ifnum\each=0 \each\pages \fi
          \ifodd\each \advance\each\isduplex \fi
          \refit
          \ifnum\pages>\needed \needed\pages \fi
          \page0
          \loop\ifnum\page<\pages \advance\page1
            \setbox\chosen\vbox to\cutheight{\unvbox\numexpr1000+\page\relax\vfil}%
            \ifdim\cutheight>\textheight \widest\textwidth
              \setbox\chosen\hbox{\shrunk{\textheight}{\cutheight}}\fi
            \shippage{\code\hfil Page \the\page\ of \the\pages}%
          \repeat
          \loop\ifnum\page<\each \advance\page1
            \setbox\chosen\vbox to\textheight{}\shippage{}%
          \repeat}
        \newcommand\refit{\let\next\relax
          \ifnum\pages>\each \ifdim\cutheight<1.2\textheight
            \cutheight1.02\cutheight \setbox\column\copy\longcolumn \cut \let\next\refit
          \fi\fi \next}
        \newcommand\cut{\pages0
          \loop\ifvoid\column\else
            \advance\pages1
            \setbox\numexpr1000+\pages\relax\vsplit\column to\cutheight
          \repeat}
        \newcommand\shippage[1]{\shipout\vbox{\offinterlineskip
          \box\chosen \kern6mm \hbox to\textwidth{\footnotesize#1}}\stepcounter{page}}
        \newcommand\lastsheet{\immediate\write-1{psgen: \string\pagecount=\the\needed, each=\the\each, first=\the\firstpages}}
        \newcount\firstpages

        \newcommand\sheettitle[2]{\par{\noindent\setbox0\hbox{\Large\bfseries#2}\dp0=0pt
          \vtop{\hsize\dimexpr\linewidth-\wd0-1em\relax \raggedright\Large\bfseries#1}\hfill\box0\par}%
          \nobreak\kern.3em\hrule height.8pt\nobreak\vskip.6em}
        \newcommand\fields[1]{\par\vskip.4em{\parskip0pt\noindent#1\unskip\par}\vskip.3em}
        \newcommand\field[3]{\hbox to#1\dimexpr\linewidth+6mm\relax{#2\enspace
          \setbox\chosen\hbox{#3}\rlap{\scaled{#1\linewidth}}%
          \leaders\hrule height-.35ex depth.41ex\hfill\hskip6mm}\hskip0pt}
        \newcommand\heading[2]{\par\addvspace{.7em}{#1\bfseries\raggedright#2\par}\nobreak\vskip.1em}
        \newcommand\centred[1]{\par\noindent\hbox to\linewidth{\hss\fit{#1}\hss}\par}
        \newcommand\formulas[1]{\par{\rightskip0pt plus1fil \lineskip.6em \lineskiplimit.45em \noindent#1\unskip\par}}
        \newcommand\formula[1]{\fit{#1}\hskip1.8em minus.6em\relax}
        \newcommand\linebreakhere{\ifvmode\else\hfil\break\fi}
        \newcommand\openinset[2]{\par\begingroup \advance\leftskip#1\relax \advance\linewidth-#1\relax
          \noindent\llap{\hbox to#1{\hss#2\hskip.6em}}\ignorespaces}
        \newcommand\closeinset{\par\endgroup}
        \newcommand\openpart[2]{\par\addvspace{.9em}\begingroup
          \advance\leftskip2.1em \advance\linewidth-2.1em
          \setbox0\hbox{\itshape#2}\noindent \hangindent-\dimexpr\wd0+1em\relax \hangafter-1
          \llap{\hbox to2.1em{\bfseries#1\hss}}\rlap{\hbox to\linewidth{\hss\box0}}\ignorespaces}
        % A part with room for answers begins a new page where it fits on a page but not on the rest of this one.
        \newcommand\openroompart{\par\filbreak\openpart}
        \newcommand\openquote{\par\begingroup \advance\leftskip1.6em \advance\linewidth-1.6em \relax}
        \newcommand\codelines[1]{\par{\ttfamily\small\raggedright\parskip0pt#1}}
        \newcommand\codeline[1]{\leavevmode\strut#1\par}
        \newcommand\subjectbreak{\par\vskip.5em\hrule\vskip.5em}
        \newcommand\workspace[1]{\par\noindent\hbox{\vrule width0pt height#1mm}}
        \newcommand\together[1]{\par{\setbox\column\vbox{#1\par}%
          \ifdim\ht\column>.9\textheight \unvbox\column \else \box\column \fi}}
        \newcommand\wrapped[1]{{\setbox\chosen\hbox{#1}\leavevmode\scaled{\linewidth}}}
        \newcommand\tabled[1]{\par\addvspace{.3em}\wrapped{#1}\par}
        \newcommand\padded[1]{\setbox\chosen\hbox{#1}%
          \ht\chosen\dimexpr\ht\chosen+.3em\relax \dp\chosen\dimexpr\dp\chosen+.3em\relax \box\chosen}
        \newcommand\cellstrut{\vrule width0pt height1.55em depth.75em}

        \newdimen\labelwidth \newdimen\boxheight \newcount\boxes
        \newcommand\answers[1]{\par\addvspace{.45em}\labelwidth0pt \boxheight9mm
          \def\answer##1##2{\setbox\chosen\hbox{##1}\setbox\chosen\hbox{\scaled{.6\linewidth}}%
            \ifdim\wd\chosen>\labelwidth \labelwidth\wd\chosen \fi
            \dimen0\dimexpr\ht\chosen+\dp\chosen+3mm\relax \ifdim\dimen0>\boxheight \boxheight\dimen0 \fi}%
          #1%
          \boxes\dimexpr\linewidth+3mm\relax \divide\boxes\dimexpr\labelwidth+25mm\relax
          \ifnum\boxes<1 \boxes1 \fi \ifnum\boxes>4 \boxes4 \fi
          \labelwidth\dimexpr(\linewidth+3mm)/\boxes-3mm-1sp\relax
          \let\answer\answerbox
          {\lineskip3mm \lineskiplimit3mm \parskip0pt \rightskip0pt plus1fil \noindent\ignorespaces#1\unskip\par}\vskip.3em}
        \newcommand\answerbox[2]{\vbox{\hrule\hbox to\labelwidth{\vrule\hskip2mm
          \vbox to\boxheight{\vss\hbox{\setbox\chosen\hbox{#1}\scaled{.6\linewidth}}\vss}\hfil
          \vbox to\boxheight{\vss\hbox{#2}\vss}\hskip2mm\vrule}\hrule}\hskip3mm minus.01mm\ignorespaces}

        % A table with a heading over it and its first row on each page, on the paper's long side where it is wide.
        \newbox\headrow
        \newcommand\repeating[2]{{%
          \setbox\column\vbox{\baselineskip1.5em \halign{\strut##\hfil&&\hskip.9em\hfil##\cr#2}}%
          \ifdim\wd\column>\textwidth
            \dimen0\pdfpagewidth \pdfpagewidth\pdfpageheight \pdfpageheight\dimen0
            \dimen0\textwidth \textwidth\dimexpr\textheight\relax \textheight\dimen0 \hsize\textwidth \linewidth\textwidth
          \fi
          \setbox\headrow\vsplit\column to1sp \setbox\headrow\vbox{\unvbox\headrow}
          \loop\ifvoid\column\else
            \global\advance\firstpages1
            \setbox\longcolumn\vsplit\column to\dimexpr\textheight-4em\relax
            \setbox\chosen\vbox{\hbox{\large\bfseries#1}\vskip.8em
              \copy\headrow \vskip.2em\hrule\vskip.2em \unvbox\longcolumn}%
            \widest\wd\chosen
            \setbox\chosen\hbox{\scaled{\textwidth}}%
            \setbox\chosen\vbox to\textheight{\box\chosen\vfil}%
            \shippage{}%
          \repeat
          \ifodd\firstpages \ifnum\isduplex=1 \global\advance\firstpages1
            \setbox\chosen\vbox to\textheight{}\shippage{}\fi\fi}}

        """#
}
