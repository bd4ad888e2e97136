import Maths

extension HTMLPage {
    /// The style sheet of every page.
    ///
    /// The paper's size is the printer's choice; colours follow the reader's theme on a screen and are black on white in
    /// print. What is too wide for a phone scrolls in its own box.
    package static let style =
        """
        @page{margin:15mm 18mm}
        :root{--text:"STIX Two Text","Times New Roman",Times,"Liberation Serif",serif}
        body{font:1.06rem/1.5 var(--text);\
        max-width:44rem;margin:0 auto;padding:0 1rem;overflow-wrap:break-word}
        article{padding:1.5rem 0}
        article+article{border-top:1px dashed #888;break-before:page}
        header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;column-gap:1em;\
        border-bottom:2px solid;margin-bottom:.9em}
        header p{margin:.2em 0;font-weight:bold;font-size:1.15em;letter-spacing:.04em}
        h1{font-size:1.5em;line-height:1.25;margin:.2em 0}
        h2,h3,h4{font-size:1.12em;margin:.8em 0 .3em;break-after:avoid}h4{font-size:1em}
        p,ul,ol,blockquote,pre{margin:.6em 0}
        .i{display:flex;flex-wrap:wrap;gap:.6em 1.5em}.i span{display:flex;gap:.5em;flex:1 1 8em}\
        .i span:first-child{flex:2 1 16em}.i b{flex:1;border-bottom:1px solid;font-weight:normal;min-height:1.5em}
        section{display:grid;grid-template-columns:2.1em minmax(0,1fr);margin-top:.8em}
        section>h2{margin:0;font-size:1em;line-height:1.5;break-after:auto}
        .o{float:right;margin:0 0 0 1em;font-style:italic}section>div>:first-child,.o+*{margin-top:0}
        .a{clear:both;list-style:none;padding:0;margin:.6em 0;\
        display:grid;grid-template-columns:repeat(auto-fill,minmax(8.4em,1fr));gap:.6em}
        .a li{display:flex;align-items:center;gap:.5em;border:1px solid;border-radius:3px;\
        min-height:2.6em;box-sizing:border-box;padding:.35em .6em}.a b{flex:1;text-align:right;font-weight:normal}
        table{border-collapse:collapse;margin:.4em 0}td,th{padding:.25em .7em;border-bottom:1px solid #888;\
        text-align:left}th{border-bottom:1.5px solid}.ac{text-align:center}.ar{text-align:right}
        blockquote{border-left:3px solid #888;padding-left:1em;margin-left:0}
        code{font-size:.9em}.j{white-space:nowrap}
        .g{display:flex;flex-wrap:wrap;align-items:center;gap:.7em 2em}.g .s{margin:0}
        .s{max-width:100%;overflow-x:auto;overflow-y:hidden;margin:.6em 0}
        .e{display:grid;grid-template-columns:auto minmax(0,1fr);align-items:baseline;row-gap:.5em}.e p{display:contents}\
        .e p>math{justify-self:end}.e span{grid-column:2;word-spacing:-.15em}.e span math{margin:.15em 0}
        section,.s,.k,li,tr,math{break-inside:avoid}section:has(.e){break-inside:auto}.n{break-after:page}

        """ + MathML.style + """
            @media screen{:root{color-scheme:light dark}}
            @media screen and (max-width:30rem){section{display:block}section>h2{float:left;margin-right:.5em}section .s{clear:both}\
            .e,.e p{display:block}.e{font-size:.9em}.e p{margin:.5em 0;padding-left:1em;text-indent:-1em}}
            @media print{body{max-width:none;padding:0;font-size:11pt}article{padding:0}\
            article+article{border:0}.s{overflow:visible}}

            """

    /// What a page with a table that is to be filled in needs besides: lines around all cells, thick ones around boxes.
    package static let boxStyle =
        """
        .q{clear:both;margin:.6em 0}.q td,.q th{border:1px solid #888;padding:.2em .6em}.q td{height:2.2em}\
        .q .b{border:2px solid;min-width:3.4em}.q th.b{border-bottom-width:3px}
        @media screen and (max-width:30rem){.q td,.q th{padding:.2em .3em}}

        """

    /// What a page with a picture needs besides: lines and letters in the text's colour; small labels interrupt lines. On a
    /// phone it is as wide as the screen.
    package static let pictureStyle =
        """
        .d{margin:.9em 0;fill:none;stroke:currentColor;stroke-width:2.4;stroke-linejoin:round}\
        .d svg{display:block;max-width:100%;height:auto;margin:auto;overflow:visible}.d .h,.d text{fill:currentColor;stroke:none}\
        .d .z{fill:#8888}.d text{font:33px var(--text);text-anchor:middle}.d .r text,.d .r{font-style:italic}\
        .d .u{font-style:normal}.d tspan{font-size:70%;font-style:normal}.d .p{font-size:100%}\
        .d .x text{text-anchor:start}.d .y text{text-anchor:end}\
        .d .v text{font-size:28px}.d .q text{paint-order:stroke;stroke:Canvas;stroke-width:14}\
        .d .k text{fill:Canvas;stroke:Canvas;stroke-width:14}
        @media screen and (max-width:30rem){.d{margin:.9em -1rem;max-width:none}}

        """

    /// What a page with a table made by ``HTML/repeating(_:under:)`` needs besides: it may be as wide as the window, and
    /// with many columns is printed on the paper's long side.
    package static let tableStyle =
        """
        @page l{margin:12mm;size:landscape}
        td{white-space:nowrap}.w th{vertical-align:bottom}.w .s{break-inside:auto}thead{break-inside:avoid}
        @media screen and (min-width:46rem){.w{margin:0 calc(23rem - 50vw);padding:1.5rem 2rem}}
        @media print{.l{page:l}.l table{font-size:9.5pt;width:100%}.l td,.l th{padding:.2em .35em}}

        """
}
