using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Shirube.Documents.Comparison;
using static Shirube.Web.Texts;

namespace Shirube.Web.Comparison;

/// <summary>
/// One side of a row, changed words in <c>ins</c> or <c>del</c>. Built without markup of its own: white space between the
/// elements would stand between the words.
/// </summary>
public sealed class ChangedText : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<Run> Runs { get; set; }

    [Parameter]
    public bool IsNew { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Runs)
            if (run.IsChanged)
            {
                builder.OpenElement(0, IsNew ? "ins" : "del");
                // Most screen readers pass over both elements in silence.
                builder.OpenElement(1, "span");
                builder.AddAttribute(2, "class", "visually-hidden");
                builder.AddContent(3, T(IsNew ? "Comparison.Ins" : "Comparison.Del"));
                builder.CloseElement();
                builder.AddContent(4, run.Shown);
                builder.CloseElement();
            }
            else
                builder.AddContent(5, run.Shown);
    }
}
