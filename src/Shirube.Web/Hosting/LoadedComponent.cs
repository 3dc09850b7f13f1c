using Microsoft.AspNetCore.Components;

namespace Shirube.Web.Hosting;

/// <summary>
/// A component that is drawn when all of it is loaded, and never between two questions to the database: half of its fields
/// would be empty then, and what it draws would ask on the same connection beside it.
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool isInitialized;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isInitialized)
        {
            isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        await callback.InvokeAsync(arg);
        StateHasChanged();
    }
}
