// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Disputes} from "../../contracts/disputes/Disputes.sol";
import {Ground} from "../../contracts/disputes/IDisputes.sol";

/// @notice Carries a ruling out and opens the next case about the same lot in one call.
contract Squatter {
    receive() external payable {}

    /// @param caseId 0 for the first time
    function squat(Disputes disputes, uint256 caseId, uint32 lotId, uint96 bond, uint256 cost) external {
        if (caseId != 0) disputes.execute(caseId);
        disputes.disputeListing{value: cost}(lotId, Ground.ForeignGtin, bond, keccak256("nothing"));
    }
}
