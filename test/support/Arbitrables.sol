// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IConflicts} from "../../contracts/court/IConflicts.sol";
import {ICourt} from "../../contracts/court/ICourt.sol";

/// @notice An arbitrable that knows nothing of parties.
contract PlainArbitrable is IArbitrable {
    struct Ruled {
        uint128 ruling;
        uint128 times;
    }

    mapping(uint256 disputeId => Ruled ruled) internal _ruled;

    receive() external payable virtual {}

    function open(ICourt court, uint256 choices) external payable returns (uint256) {
        return court.createDispute{value: msg.value}(choices, "");
    }

    function rule(uint256 disputeId, uint256 ruling) public virtual {
        Ruled storage ruled = _ruled[disputeId];
        (ruled.ruling, ruled.times) = (uint128(ruling), ruled.times + 1);
        emit Ruling(IArbitrator(msg.sender), disputeId, ruling);
    }

    function rulingOf(uint256 disputeId) external view returns (uint256) {
        return _ruled[disputeId].ruling;
    }

    function ruledTimes(uint256 disputeId) external view returns (uint256) {
        return _ruled[disputeId].times;
    }
}

/// @notice An arbitrable that names the parties of its disputes.
contract PartisanArbitrable is PlainArbitrable, IConflicts, IERC165 {
    mapping(address account => bool isParty) public isParty;

    function setParty(address account, bool isOne) external {
        isParty[account] = isOne;
    }

    function isConflicted(uint256, address account) external view virtual returns (bool) {
        return isParty[account];
    }

    function supportsInterface(bytes4 interfaceId) external view virtual returns (bool) {
        return interfaceId == type(IConflicts).interfaceId || interfaceId == type(IERC165).interfaceId;
    }
}

/// @notice Answers the question for conflicts in every bad way.
contract BadArbitrable is PartisanArbitrable {
    error Refused();

    enum Manner {
        Honest,
        Reverts,
        BurnsGas,
        ReturnsNothing,
        ReturnsTooMuch,
        Lies,
        EveryoneIsParty
    }

    Manner public manner;
    bool public refusesRulings;
    /// @dev Called from `rule`.
    address public target;
    bytes public data;
    bool public succeeded;

    function setManner(Manner manner_) external {
        manner = manner_;
    }

    function refuseRulings(bool refuses) external {
        refusesRulings = refuses;
    }

    function reenter(address target_, bytes calldata data_) external {
        (target, data) = (target_, data_);
    }

    function rule(uint256 disputeId, uint256 ruling) public override {
        require(!refusesRulings, Refused());
        super.rule(disputeId, ruling);
        if (target == address(0)) return;
        (succeeded, ) = target.call(data);
    }

    function isConflicted(uint256 disputeId, address account) external view override returns (bool) {
        if (manner == Manner.Honest) return isParty[account];
        if (manner == Manner.EveryoneIsParty) return true;
        if (manner == Manner.Lies) return uint256(keccak256(abi.encode(disputeId, account, gasleft()))) % 2 == 0;
        if (manner == Manner.Reverts) revert Refused();
        if (manner == Manner.BurnsGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (manner == Manner.ReturnsTooMuch) {
            assembly ("memory-safe") {
                mstore(0, 1)
                return(0, 20000)
            }
        }
        assembly ("memory-safe") {
            return(0, 31)
        }
    }
}
