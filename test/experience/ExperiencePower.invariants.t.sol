// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {ExperiencePower} from "../../contracts/experience/ExperiencePower.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Registers, earns and lets time pass; remembers what was seen at some moments.
contract PowerHandler {
    struct Sight {
        uint48 timepoint;
        uint32 accounts;
        uint256 supply;
        uint256 sum;
    }

    ExperiencePower public immutable power;
    uint256 public earned;
    Sight[] private _sights;

    constructor(ExperiencePower power_) {
        power = power_;
    }

    function register(uint160 account) external {
        if (power.registered() >= 12 || account == 0 || power.idOf(address(account)) != 0) return;
        vm.prank(address(account));
        power.register(0);
    }

    function earn(uint32 id, uint256 amount) external {
        if (power.registered() == 0) return;
        amount = bound(amount, 0, 1e15);
        power.mint(uint32(bound(id, 1, power.registered())), amount);
        earned += amount;
    }

    function prepare() external {
        power.prepareEpoch();
    }

    function pass(uint256 time) external {
        _look();
        vm.warp(block.timestamp + bound(time, 1, 30 days));
    }

    function _look() private {
        if (_sights.length > 20) return;
        _sights.push(Sight(power.clock(), power.registered(), power.totalSupply(), sumAt(power.clock())));
    }

    function sights() external view returns (Sight[] memory) {
        return _sights;
    }

    function sumAt(uint48 timepoint) public view returns (uint256 sum) {
        for (uint32 id = 1; id <= power.registered(); ++id) sum += power.powerAt(id, timepoint);
    }
}

contract ExperiencePowerInvariants {
    ExperiencePower private power;
    PowerHandler private handler;

    function setUp() public {
        vm.warp(1_700_000_000);
        power = new ExperiencePower(address(new AccessManager(address(this))), 1_700_000_000, 7 days);
        handler = new PowerHandler(power);
        power.appointMinter(address(handler), true);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// forge-config: default.invariant.runs = 24
    /// forge-config: default.invariant.depth = 60
    function invariant_VotesSumToTheSupplyUpToOneUnitPerAccount() external view {
        uint256 sum = handler.sumAt(power.clock());
        vm.assertLe(sum, power.totalSupply());
        vm.assertGe(sum + power.registered(), power.totalSupply());
    }

    /// forge-config: default.invariant.runs = 24
    /// forge-config: default.invariant.depth = 60
    function invariant_ThePastIsFinal() external view {
        PowerHandler.Sight[] memory sights = handler.sights();
        for (uint256 i; i < sights.length; ++i) {
            if (sights[i].timepoint == power.clock()) continue;
            vm.assertEq(power.getPastTotalSupply(sights[i].timepoint), sights[i].supply);
            vm.assertEq(handler.sumAt(sights[i].timepoint), sights[i].sum);
        }
    }

    /// forge-config: default.invariant.runs = 24
    /// forge-config: default.invariant.depth = 60
    function invariant_NobodyHasMoreThanWasEarned() external view {
        vm.assertLe(power.totalSupply(), handler.earned());
    }
}
