// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IPlatforms} from "../platforms/IPlatforms.sol";
import {Bounds} from "../shared/Bounds.sol";
import {IGenesisGuardian} from "./IGenesisGuardian.sol";

/// @title GenesisGuardian
/// @notice Holds the roles to admit and to suspend platforms for one account, and forgets it after a year at the latest. The guardian is
/// trusted with nothing else, and the timelock can take the roles away at any time.
contract GenesisGuardian is IGenesisGuardian {
    uint256 private constant LONGEST_OFFICE = 365 days;

    IPlatforms public immutable platforms;
    /// @inheritdoc IGenesisGuardian
    address public immutable guardian;
    /// @inheritdoc IGenesisGuardian
    uint48 public immutable expiresAt;

    /// @inheritdoc IGenesisGuardian
    bool public resigned;

    modifier onlyInOffice() {
        require(block.timestamp < expiresAt, GenesisOver(expiresAt));
        require(msg.sender == guardian, NotGuardian(msg.sender));
        require(!resigned, GuardianGone());
        _;
    }

    constructor(IPlatforms platforms_, address guardian_, uint32 office) {
        require(guardian_ != address(0), ZeroGuardian());
        Bounds.check("office", office, 1, LONGEST_OFFICE);
        (platforms, guardian) = (platforms_, guardian_);
        expiresAt = uint48(block.timestamp + office);
        emit GuardianAppointed(guardian_, expiresAt);
    }

    /// @inheritdoc IGenesisGuardian
    function admit(
        address operator,
        address signer,
        string calldata endpoint
    ) external onlyInOffice returns (uint32 platformId) {
        return platforms.admit(operator, signer, endpoint);
    }

    /// @inheritdoc IGenesisGuardian
    function suspend(uint32 platformId) external onlyInOffice {
        platforms.suspend(platformId);
    }

    /// @inheritdoc IGenesisGuardian
    function resign() external onlyInOffice {
        resigned = true;
        emit GuardianResigned(guardian);
    }
}
