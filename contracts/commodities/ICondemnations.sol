// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title ICondemnations
/// @notice What disputes do to lots. The contract that the timelock appointed for disputes can hold the bond of a commodity while it has
/// a case about one of its lots, and condemn that lot. A contract that is no longer appointed ends the cases it has.
interface ICondemnations {
    event DisputesAppointed(address indexed disputes);
    /// @notice A case about a lot began or ended; `cases` about lots of the commodity are open now.
    event BondHeld(uint32 indexed lotId, uint32 indexed commodityId, address indexed disputes, uint32 cases);
    event BondReleased(uint32 indexed lotId, uint32 indexed commodityId, address indexed disputes, uint32 cases);

    /// @notice The caller is not appointed for disputes.
    error NotDisputes(address caller, address disputes);
    /// @notice The caller has no case about the lot.
    error NoCase(uint32 lotId, address caller);
    /// @notice The bond stays while cases about the commodity's lots are open.
    error CasesOpen(uint32 commodityId, uint32 cases);

    /// @notice Holds the bond of a lot's commodity until {releaseBond}, as often as it was held.
    function holdBond(uint32 lotId) external;

    function releaseBond(uint32 lotId) external;

    /// @notice Suspends a lot and pays the whole bond of its commodity to the caller, who must have a case about it. Its round goes on if it
    /// is not over.
    function condemn(uint32 lotId) external returns (uint256 charged);

    /// @notice May hold bonds from now on.
    function disputes() external view returns (address);
}
